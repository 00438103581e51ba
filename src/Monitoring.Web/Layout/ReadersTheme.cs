namespace Monitoring.Web.Layout;

/// <summary>Light, dark or as the system says: kept in a cookie, so that the first paint is right.</summary>
public static class ReadersTheme
{
    public const string System = "system";
    public const string Light = "light";
    public const string Dark = "dark";
    public const string Cookie = "theme";

    public static IReadOnlyList<string> Choices { get; } = [System, Light, Dark];

    public static string Of(HttpRequest request) =>
        request.Cookies[Cookie] is { } chosen && Choices.Contains(chosen) ? chosen : System;
}
