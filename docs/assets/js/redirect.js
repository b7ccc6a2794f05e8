// Goes on to the page's new address and takes along what stood after # or ? in the old one.
location.replace(document.currentScript.dataset.to + location.search + location.hash);
