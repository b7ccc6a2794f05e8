"""What a thing is a kind of, in words that a reader may accept in its place: a turnip is a vegetable, and food.

WordNet's wider words are either too near the word to be of use (brassica) or too far (matter); these are between.
"""

from collections.abc import Iterator
from operator import itemgetter

from wordnet import Key, WordNet

SUBJECTS = {
    "alcohol alcoholic_drink": "drinking alcohol",
    "anger choler": "anger",
    "animal animate_being": "animals",
    "art artistic_creation": "art",
    "art fine_art": "art",
    "artist creative_person": "artists art",
    "athlete jock": "sport",
    "baked_goods": "baking food",
    "beverage drink": "drink",
    "bird": "birds wildlife",
    "boat": "boats water",
    "body_of_water water": "water",
    "cancer malignant_neoplastic_disease": "cancer",
    "clergyman reverend": "church faith",
    "clothing article_of_clothing": "clothes",
    "computer computing_machine": "computer digital",
    "craftsman artisan": "craft making",
    "crime criminal_offense": "crime",
    "dancing dance": "dance",
    "dish": "cooking food",
    "dog domestic_dog": "dogs pets",
    "edible_fruit": "fruit food",
    "educational_institution": "education learning",
    "educator pedagogue": "teaching education",
    "exercise exercising": "exercise",
    "fabric cloth": "textiles",
    "fear fearfulness": "fear anxiety",
    "festival fete": "celebration",
    "fish": "fish",
    "flower": "flowers garden",
    "food nutrient": "food",
    "food solid_food": "food",
    "furniture piece_of_furniture": "furniture",
    "game": "games",
    "handicraft": "craft crafts",
    "happiness": "happiness",
    "health_professional primary_care_provider": "health",
    "herb": "herbs",
    "housing lodging": "housing home",
    "illness unwellness": "illness health",
    "insect": "insects nature",
    "jewelry jewellery": "jewellery",
    "joy joyousness": "joy happiness",
    "kitchen_appliance": "kitchen cooking",
    "kitchen_utensil": "kitchen cooking",
    "medicine medication": "medicine medication",
    "mental_disorder mental_disturbance": "mental",
    "music": "music",
    "musical_instrument instrument": "music instrument",
    "musician": "music",
    "musician instrumentalist": "music",
    "pain hurting": "pain",
    "performer performing_artist": "performance",
    "place_of_worship house_of_prayer": "faith worship",
    "plant flora": "plants",
    "plaything toy": "toys play",
    "poem verse_form": "poetry",
    "relative relation": "family relatives",
    "religion faith": "faith religion",
    "religious_ceremony religious_ritual": "faith",
    "sadness unhappiness": "sadness",
    "soldier": "military veterans",
    "sport athletics": "sport",
    "tool": "tools",
    "tree": "trees",
    "vegetable veggie": "vegetables food",
    "vehicle": "transport",
    "writer author": "writing",
}
"""By the first words of a synset; of several that begin so, the one with most below it."""


class Subjects:
    """Finds the subjects of a word."""

    def __init__(self, wordnet: WordNet) -> None:
        """Find the synset of each subject."""
        self.wordnet = wordnet
        self._words = {self._synset(first): words.split() for first, words in SUBJECTS.items()}

    def of(self, word: str) -> list[str]:
        """Return the nearest subjects of the sense that a word mostly has."""
        key, _ = max(self.wordnet.senses.get(word, ()), key=itemgetter(1), default=(("", ""), 0))
        return list(self._above(key)) if key[0] == "n" else []

    def _above(self, key: Key) -> Iterator[str]:
        level = [key]
        while level and not any(one in self._words for one in level):
            level = [wider for one in level for wider in self.wordnet.targets(one, "@")]
        yield from (word for one in level for word in self._words.get(one, ()))

    def _synset(self, first: str) -> Key:
        words = tuple(first.split())
        keys = [key for key, _ in self.wordnet.senses[words[0]] if key[0] == "n"]
        starting = [key for key in keys if self.wordnet.synsets[key].words[: len(words)] == words]
        return max(starting, key=self.wordnet.below)
