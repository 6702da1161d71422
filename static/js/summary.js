// The list of what to look at takes the focus as the page opens. Without this file it stands before the fields all the
// same, and a screen reader announces it by its role.
document.querySelector(".summary[role=alert]")?.focus();
