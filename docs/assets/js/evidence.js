/* The page of evidence: an address that was given for one figure, when all of them stood here, leads on to it. */
(function () {
  "use strict";

  function follow() {
    const place = document.getElementById(location.hash.slice(1));
    const subject = place && place.closest("[data-subject]");
    if (!subject) return;
    const page = subject.querySelector("a").href;
    location.replace(place === subject ? page : page + location.hash);
  }

  addEventListener("hashchange", follow);
  follow();
})();
