// Loads the page again after a change, and lets screen readers say what must be fixed.
(function () {
  var seen = document.currentScript.dataset.token;

  function ask() {
    fetch("/preview-news?" + seen).then(function (answer) {
      return answer.ok ? answer.text() : seen;
    }).then(function (token) {
      if (token !== seen) location.reload(); else setTimeout(ask, 400);
    }).catch(function () {
      setTimeout(ask, 1000); // the preview has ended, and may be started again
    });
  }

  addEventListener("load", function () {
    var panel = document.getElementById("previewProblems");
    if (panel) panel.append.apply(panel, panel.childNodes); // an alert that was there from the start is often not read out
    ask();
  });
})();
