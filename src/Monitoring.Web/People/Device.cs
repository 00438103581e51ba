namespace Monitoring.Web.People;

/// <summary>What a person recognises of a device: browser and system, never the whole signature.</summary>
public static class Device
{
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>"Firefox · Windows"; null when nothing is known.</summary>
    public static string? Of(string? userAgent)
    {
        string?[] known = [Find(Browsers, userAgent), Find(Systems, userAgent)];
        var text = string.Join(" · ", known.OfType<string>());
        return text.Length == 0 ? null : text;
    }

    private static string? Find((string Sign, string Name)[] signs, string? text) =>
        Array.Find(signs, s => text?.Contains(s.Sign, StringComparison.Ordinal) == true).Name;
}
