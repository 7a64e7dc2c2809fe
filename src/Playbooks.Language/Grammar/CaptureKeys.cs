namespace Playbooks.Language.Grammar;

/// <summary>The keys of <c>capture</c>, which reads values from the session after the login. They are secrets.</summary>
public static class CaptureKeys
{
    // The first, because the mappings of the keys below are made of it.
    private static KeyDefinition StoreAs { get; } = new("store_as", KeyKind.Name, "The name under which steps use the value. The value is a secret.", "session_cookie") { Required = true };

    /// <summary><c>cookies</c>.</summary>
    public static KeyDefinition Cookies { get; } = new("cookies", KeyKind.Mappings, "Cookies whose values are stored.", "[{ name: user_session, store_as: session_cookie }]") { Mapping = CookieKeys.Mapping };

    /// <summary><c>storage</c>.</summary>
    public static KeyDefinition Storage { get; } = new("storage", KeyKind.Mappings, "Items in the page's storage whose values are stored.", "[{ scope: local, key: token, store_as: token }]") { Mapping = StorageKeys.Mapping };

    /// <summary>The mapping.</summary>
    public static MappingDefinition Mapping { get; } = new("capture", "'capture'", Cookies, Storage);

    /// <summary>The keys of a cookie.</summary>
    public static class CookieKeys
    {
        /// <summary><c>name</c>.</summary>
        public static KeyDefinition Name { get; } = new("name", KeyKind.PlainText, "The name of the cookie.", "user_session") { Required = true };

        /// <summary><c>store_as</c>.</summary>
        public static KeyDefinition StoreAs => CaptureKeys.StoreAs;

        /// <summary>The mapping.</summary>
        public static MappingDefinition Mapping { get; } = new("cookie", "The cookie", Name, StoreAs);
    }

    /// <summary>The keys of an item of the storage.</summary>
    public static class StorageKeys
    {
        /// <summary>The word of <see cref="Scope"/> for the storage that outlasts the browser's tab.</summary>
        public const string Local = "local";

        /// <summary><c>scope</c>.</summary>
        public static KeyDefinition Scope { get; } = new("scope", KeyKind.Word, "Which storage of the page: `local` or `session`.", Local) { Words = [new(Local), new("session")], Default = $"`{Local}`" };

        /// <summary><c>key</c>.</summary>
        public static KeyDefinition Key { get; } = new("key", KeyKind.PlainText, "The key of the item.", "token") { Required = true };

        /// <summary><c>store_as</c>.</summary>
        public static KeyDefinition StoreAs => CaptureKeys.StoreAs;

        /// <summary>The mapping.</summary>
        public static MappingDefinition Mapping { get; } = new("storage", "The item", Scope, Key, StoreAs);
    }
}
