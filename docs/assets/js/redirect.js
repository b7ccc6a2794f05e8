// Goes on to the page's new address and takes along what stood after # or ? in the old one.
location.replace(document.links[0].href + location.search + location.hash);
