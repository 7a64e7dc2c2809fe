namespace Playbooks.Browser.Tests.Site;

/// <summary>The markup of Django's admin: the login, a list of objects, and the form of one.</summary>
internal static class DjangoPages
{
    public static string Login(string token, string error) => Page("Log in", $"""
        {(error.Length > 0 ? $"<p class=\"errornote\">{error}</p>" : string.Empty)}
        <div id="content-main">
        <form action="/admin/login/?next=/admin/" method="post" id="login-form">{Token(token)}
          <div class="form-row">
            <label class="required" for="id_username">Username:</label> <input type="text" name="username" autofocus autocapitalize="none" autocomplete="username" maxlength="150" required id="id_username">
          </div>
          <div class="form-row">
            <label class="required" for="id_password">Password:</label> <input type="password" name="password" autocomplete="current-password" required id="id_password">
            <input type="hidden" name="next" value="/admin/">
          </div>
          <div class="submit-row">
            <input type="submit" value="Log in">
          </div>
        </form>
        </div>
        """);

    /// <param name="plural">What is listed.</param>
    /// <param name="token">The token of the forms.</param>
    /// <param name="search">What was searched for.</param>
    /// <param name="message">What was done, or empty.</param>
    /// <param name="rows">The cells of each row, by the name of their field; the first is a link.</param>
    public static string List(string plural, string token, string search, string message, IEnumerable<(string Url, (string Field, string Text)[] Cells)> rows) => Page($"Select {plural} to change", $"""
        {(message.Length > 0 ? $"<ul class=\"messagelist\"><li class=\"success\">{message}</li></ul>" : string.Empty)}
        <div id="content-main"><div class="module" id="changelist"><div class="changelist-form-container">
        <div id="toolbar"><form id="changelist-search" method="get"><div>
          <label for="searchbar"><img src="/static/admin/img/search.svg" alt="Search"></label>
          <input type="text" size="40" name="q" value="{search}" id="searchbar" autofocus>
          <input type="submit" value="Search"></div></form></div>
        <form id="changelist-form" method="post" novalidate>{Token(token)}
        <div class="actions"><label>Action: <select name="action" required><option value="" selected>---------</option><option value="delete_selected">Delete selected {plural}</option></select></label>
          <button type="submit" class="button" title="Run the selected action" name="index" value="0">Go</button></div>
        <div class="results"><table id="result_list"><tbody>
        {string.Join('\n', rows.Select(static row => $"<tr><td class=\"action-checkbox\"><input type=\"checkbox\" name=\"_selected_action\" class=\"action-select\"></td><th class=\"field-{row.Cells[0].Field}\"><a href=\"{row.Url}\">{row.Cells[0].Text}</a></th>{string.Concat(row.Cells[1..].Select(static cell => $"<td class=\"field-{cell.Field} nowrap\">{cell.Text}</td>"))}</tr>"))}
        </tbody></table></div></form></div></div></div>
        """);

    /// <param name="name">The name of the model.</param>
    /// <param name="token">The token of the form.</param>
    /// <param name="fields">The inputs, by the name and the label of their field.</param>
    public static string Form(string name, string token, params (string Field, string Label, string Input)[] fields) => Page($"Change {name}", $"""
        <div id="content-main">
        <form method="post" id="{name}_form" novalidate>{Token(token)}<div><fieldset class="module aligned ">
        {string.Join('\n', fields.Select(static field => $"<div class=\"form-row field-{field.Field}\"><div><label class=\"required\" for=\"id_{field.Field}\">{field.Label}:</label> {field.Input}</div></div>"))}
        </fieldset>
        <div class="submit-row">
        <input type="submit" value="Save" class="default" name="_save">
        <p class="deletelink-box"><a href="delete/" class="deletelink">Delete</a></p>
        <input type="submit" value="Save and add another" name="_addanother">
        <input type="submit" value="Save and continue editing" name="_continue">
        </div></div></form></div>
        """);

    public static string Input(string field, string value, string type = "text") => $"<input type=\"{type}\" name=\"{field}\" value=\"{value}\" required id=\"id_{field}\">";

    public static string Select(string field, string value, params (string Value, string Label)[] options) =>
        $"<select name=\"{field}\" required id=\"id_{field}\">{string.Concat(options.Select(option => $"<option value=\"{option.Value}\"{(option.Value == value ? " selected" : string.Empty)}>{option.Label}</option>"))}</select>";

    private static string Token(string token) => $"<input type=\"hidden\" name=\"csrfmiddlewaretoken\" value=\"{token}\">";

    private static string Page(string title, string content) => $"""
        <!DOCTYPE html>
        <html lang="en-us" dir="ltr">
        <head><title>{title} | Django site admin</title><meta name="robots" content="NONE,NOARCHIVE"></head>
        <body><div id="container"><div id="header"><div id="branding"><h1 id="site-name"><a href="/admin/">Django administration</a></h1></div></div>
        <div class="main shifted" id="main"><div class="content"><div id="content" class="colM"><h1>{title}</h1>
        {content}
        <br class="clear"></div></div></div></div></body>
        </html>
        """;
}
