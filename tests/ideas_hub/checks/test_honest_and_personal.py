"""Personal data in the spellings that people try, and the figures of honest sentences, which are never taken for it."""

import pytest

from ideas_hub.checks.identifier_rows import candidate_rows
from ideas_hub.checks.personal_identifiers import find_identifiers

PERSONAL = {
    "a bank account": [
        "Pay to 20-00-00 account 55779911.",
        "Donations: 20-00-00 55779911",
        "Donations: 20 00 00, 55779911.",
        "20-00-00/55779911",
        "| Jo | 20-00-00 | 55779911 |",
        "Pay 55779911 (20-00-00).",
        "Ours is 200000 55779911.",
        "Our a/c is 55779911.",
        "Acc no: 5577 9911",
        "sort code is 200000",
        "Sort-code: 20 00 00",
        "Pay GB29 NWBK 6016 1331 9268 19.",
        "gb29nwbk60161331926819",
        "DE89 3704 0044 0532 0130 00",
        "MT84MALT011000012345MTLCAST001S",
        "NL91-ABNA-0417-1643-00",
        "G B 2 9 N W B K 6 0 1 6 1 3 3 1 9 2 6 8 1 9",
    ],
    "a home address": [
        "Joan lives at 14 Bridge Street.",
        "He lived at Flat 3, 12 Acacia Avenue until May.",
        "She lives alone in a flat at 9b Park Rd, Leeds.",
        "Her home is 12 Acacia Avenue.",
        "Her address: 12 Acacia Avenue",
        "Joan\u2019s house, 14 Old Bridge Street, is cold.",
        "Home address: 12 Acacia Avenue",
        "People who live at number 3 The Crescent came.",
        "We visited Joan at home, 14 Bridge Street.",
        "Mrs Khan of 221B Baker Street came.",
    ],
    "an NHS number": [
        "9 4 3 4 7 6 5 9 1 9",
        "Hers is 9-4-3-4-7-6-5-9-1-9.",
        "Her NHS number is 4010232137.",
        "NHS no 4010232137, 12 steps",
        "Joan (4010232137) counted steps.",
        "We counted 401 023 2137 steps.",
        "patient 4010232137 attends sessions",
    ],
    "a full postcode": [
        "We meet at 4 High Street, QX4 7PL.",
        "At ZZ99 9ZZ.",
        "at xx1 1xx",
        "Near XA12 3BD, behind the hall.",
        "Post to BF1 3AA.",
        "Jo lives at A1 1AA.",
        "The house is at T A 1 1 A A.",
        "T A 1   1 A A",
    ],
    "a date of birth": [
        "Joan Smith, b. 3 April 1951, came.",
        "b. 3 April 1951",
        "Joan (b. 1951-04-03) came.",
        "Joan (b. 3/4/51) came.",
        "Joan b.3rd of April, 1951",
        "Joan (b 3 April 1951)",
        "Joan b: 3.4.1951",
        "Joan, born 3 April 1951",
        "She was born on the 3rd of April 1951.",
        "Born: 3-Apr-1951",
        "He was born on 3 April '51.",
        "born 1951/04/03",
        "DOB 3 / 4 / 1951",
        "Birth: 3 April 1951",
        "Jo runs the club and was born on 3 April 1951.",
        "The group's organiser, Jo, was born on 3 April 1951.",
        "Her child, born on 1 January 2020, has a free place.",
        "We met a man born on 3 April 1951 who can sing.",
        "Jo, a resident born on 3 April 1951, may be asked.",
        "Those who know Jo say she was born on 3 April 1951.",
        "Her children were born on 3 April 2011 and will come.",
        "Her birthday is 3 April 1951.",
    ],
    "an e-mail address": [
        "Write to jo[at]example.com.",
        "jo [at] example.com",
        "jo(at)example.org.uk",
        "jo {at} example {dot} com",
        "jo[AT]example[dot]com",
        "jo[@]example.com",
        "jo.bloggs (at) mail (dot) example (dot) org",
        "jo @ example.com",
        "jo@ example.com",
        "jo @example.com",
        "jo @ example . com",
        "jo@example[.]com",
        "jo at gmail.com",
        "Jo.Bloggs at Yahoo.co.uk",
        "jo -at- example dot com",
        "jo_at_example.com",
        "mailto:jo%40example.com",
        "j o @ e x a m p l e . c o m",
    ],
    "a telephone number": [
        "Ring 0 7 7 0 0 9 0 0 1 2 3.",
        "0-7-7-0-0-9-0-0-1-2-3",
        "0.7.7.0.0.9.0.0.1.2.3",
        "0 - 1 - 6 - 3 - 2 - 9 - 6 - 0 - 0 - 0 - 1",
        "0 7700 900123",
        "ring \u09e6\u09ed\u09ed\u09e6\u09e6 \u09ef\u09e6\u09e6\u09e7\u09e8\u09e9",
        "07700\u2009900\u202f123",
        "+353 1 234 5678",
        "Ring +33 1 23 45 67 89 (Paris).",
        "+33.1.23.45.67.89",
        "0033 1 23 45 67 89",
        "00 33 1 23 45 67 89",
        "00353861234567",
        "+1 (212) 555-0199",
        "001 212 555 0199",
        "+48 601 234 567",
        "+92-300-1234567",
        "+49 (0)30 1234567",
        "+91 98765 43210",
        "[ring us](tel:+353861234567)",
        "[ring us](tel:07700%20900123)",
        "[ring us](tel:01632960000)",
        "<tel:+33123456789>",
    ],
    "a National Insurance number": ["Q Q 1 2 3 4 5 6 C"],
}

HONEST = """\
A child born on 1 January 2020 can have a free place.
Children born between 1 September 2019 and 31 August 2020 start school this year.
Any child born before 1 April 2018 may join the Saturday club.
If you were born on or before 26 September 1955, you can have a free travel pass.
People born after 31 March 1960 get their letter in June.
Everyone born on 29 February 2000 got a slice of cake.
The free swim is for those born on 1 April 2010 or later.
For example, a pupil born on 3 May 2012 would be in Year 7.
The project was born on 4 May 2021, when nine neighbours met in a kitchen.
Our choir marked its tenth birthday on 12 June 2022 with 140 people.
The library's 100th birthday fell on 3 May 2023.
The NHS had its 70th birthday on 5 July 2018, and the RNLI's 100th birthday was on 16 September 2015.
The hall opened on 3 April 1951 and was mended in 2019.
a. 1 March 2021: first walk; b. 3 April 2021: second walk.
b. 3 April 2021: the second walk set off from the bridge.
Plan B. 3 April 2022 was the new day.
Room 3b. 3 April 2022, 10:00 to 12:00.
Buses 7, 12A and X39 stop outside; the 42 runs every 15 minutes until 23:10.
Take bus X5 or X18 from stand C2, then walk 350 m.
The café is open 09:00-17:00 Monday to Friday and 10.30am to 2pm on Saturday.
Open 0930 1230 and 1330 1630 on 21 and 28 May.
We are registered charity 1123456 (SC012345 in Scotland).
Registered charity number 298028, company number 02345678.
Charity no. 298028 and company no. 12345678.
Charity 298028 12345678 is how the register lists us and our company.
The grant, reference 20-00456-AB, was £12,500.00 over 18 months.
Quote reference 2021/0045/88 when you write to the council.
Invoice 10023456 was paid on 12-05-23 from petty cash.
The annual account 2021-2022 is on our site.
In the account 12 of 40 people said that they slept better.
The park is at grid reference ST 228 245, and the second gate at SX 4755.
From TQ 31 82 the path climbs 120 m in 1.5 km.
Rooms 0.12, 2.04 and B12 are booked; B12 holds 25 and has step-free access.
Table A1 and Table B2 show what 1,204 people said, 64.5% of them women.
We bought 12 tablets with an A15 chip, 64GB each, and one laptop with C1 2GB.
Size M5 8mm bolts cost £0.12 each, and M6 10mm ones £0.15.
On a scale of 0 1 2 3 4 5 6 7 8 9 most people chose 7.
Scores of 1 2 3 4 5 6 7 8 9 10 were given in week 1.
Mark each box: 10 9 8 7 6 5 4 3 2 1 0.
Numbers who came each week: 12, 14, 9, 11, 15, 18, 7, 20, 22, 19, 25.
The ratio was 1.2.3.4.5.6 in the outline, where section 1.2.3 is the longest.
Between 01/04/2022 and 31/03/2023 the fund paid 4 x £250 and 3 x £1,000.
It ran from 2021-03-01 to 2022-06-30, and again in 2023-24.
Find us at repaircafe.org or look at example.org.uk for dates.
Meet @ the hall. Come at noon, and bring 2 friends.
Follow @walkers on any network, and tag @repair.cafe when you post.
Jam was sold @ £2.50 a jar, and 48 jars went in 3 hours.
We helped 14 people open an account at gmail.com on their own phones.
Look (at the back) for the sign; people stay (at most) 2 hours.
Read more at stay-at-home.org.uk and in the file look_at_this.md.
Call 111, 999 or 116 123; text 85258; the freephone line is 0800 123 4567.
ISBN 978-0-19-852663-6, pages 12-19, and ISSN 1234-5679.
The account GB29 NWB\u212a 6016 1331 9268 19 has the sign for kelvin in it, which no bank has.
Area codes W99999999 and E40000006 are those of the two regions.
The lottery number of the tombola was 0 4 7 2, and 1 2 3 4 won a plant.
Postcodes TA1 to TA24, BS1 and the SW1A area are in the scheme.
The A38, M5 junction 25 and the A358 were shut from 7am to 9am.
Bay C2 6FT and bay C3 8FT are kept for people who use wheelchairs.
In 1951 3 April was a Tuesday; the club was born in 1951.
Visits rose by +27.50 and +131.20 a week, from +3 to +5 a day, and +12 000 000 in all.
Scores moved by +20 30 and 40 points; the mean was +1.234 (-0.5 to +2.75).
At 10:00 33 people came, at 11:00 44 came, and at 12:00 12 of 48 went home.
Order 0049 cost £49, order 0033 cost £33, and tin 00700 was free.
Bus +44 is no bus; the 44 and the 353 are. Platform 00 is closed.
The film runs 00:33:12, the talk 00:44:10 and the song 00:03:53.
Press +1 or +2 on the keypad; a +1 guest is welcome, 100+ came, 5+5+5 is 15.
[Call 999](tel:999), [call 111](tel:111) or [the Samaritans](tel:116123), or [free](tel:08001234567).
The hotel: 12 beds. Motel: 20 20 beds and 30 30 beds. Tel: see the poster.
Model 00-33-12 fits 0.5 to 0.75 and 007 is James Bond; the code is 000 000.
We meet at 12 Acacia Avenue, and the centre is at 14 Bridge Street, Leeds.
The club found a new home at 12 High Street; our address is 14 Bridge Street.
The project lives at 12 High Street, where a band played live at 14 Bridge Street.
She lives in Leeds and works at 12 High Street, near the café at 14 Bridge Street.
St Luke's house, 12 High Street, is a hostel, and the charity's home is 14 Bridge Street.
Of the 12 who live in Park Road, 14 came; people who live on High Street did too.
We counted 4,010,232,137 steps, a total of 4010232137.
Together 4010232137 steps were walked, with 4010232137 views and nearly 4010232137.
The kit weighs 12.5 kg, runs at 240 V and 13 A, and lasts 8 to 10 years.
""".splitlines()


@pytest.mark.parametrize(("kind", "row"), [(kind, row) for kind, rows in PERSONAL.items() for row in rows])
def test_personal_data_is_found_in_each_spelling(kind: str, row: str) -> None:
    """Once: an editor is told of each thing to mend one time."""
    assert [number for number, _ in candidate_rows(f"Text.\n{row}")] == [2]
    assert [identifier.name for identifier, _ in find_identifiers(row)] == [kind]


@pytest.mark.parametrize("row", HONEST)
def test_the_figures_of_an_honest_sentence_are_no_personal_data(row: str) -> None:
    """A false alarm costs an editor's trust in all the others."""
    assert [(identifier.name, words) for identifier, words in find_identifiers(row)] == []
