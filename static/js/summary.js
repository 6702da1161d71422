// The list of what to look at is said first: it takes the focus as the page opens. Without this file it is the first
// thing after the heading of the page all the same.
document.querySelector(".summary[role=alert]")?.focus();
