// A button beside each password that shows what is typed. Without script the browser's own eye remains.
document.querySelectorAll("input[type=password]").forEach((input) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "krh-button krh-button--quiet krh-button--small krh-show";
  const say = () => {
    const open = input.type === "text";
    button.textContent = open ? "Verberg" : "Toon";
    button.setAttribute("aria-label", open ? "Verberg het wachtwoord" : "Toon het wachtwoord");
  };
  button.addEventListener("click", () => { input.type = input.type === "text" ? "password" : "text"; say(); });
  input.form.addEventListener("submit", () => { input.type = "password"; });
  say();
  input.after(button);
});
