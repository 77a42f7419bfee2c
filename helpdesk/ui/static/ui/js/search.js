// What was posted is not asked for again: back from a case, or a reload, gives the empty search page and no warning.
if (document.querySelector("form.krh-search[data-posted]")) history.replaceState(null, "", location.href);
