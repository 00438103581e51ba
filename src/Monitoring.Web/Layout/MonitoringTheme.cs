using MudBlazor;

namespace Monitoring.Web.Layout;

/// <summary>
/// The colours and sizes that MudBlazor's pieces wear. wwwroot/monitoring.css says the same to pages that load no MudBlazor;
/// every pair of text and ground reaches AA in both.
/// </summary>
public static class MonitoringTheme
{
    private static readonly string[] Letters = ["Source Sans 3", "Segoe UI", "system-ui", "Helvetica Neue", "Arial", "sans-serif"];

    private static readonly PaletteLight Light = new()
    {
        Primary = "#0f5c63",
        PrimaryContrastText = "#ffffff",
        Secondary = "#9a4a2b",
        SecondaryContrastText = "#ffffff",
        Tertiary = "#4d5b7c",
        TertiaryContrastText = "#ffffff",
        Info = "#1d5e9e",
        InfoContrastText = "#ffffff",
        Success = "#2b6a3a",
        SuccessContrastText = "#ffffff",
        Warning = "#855000",
        WarningContrastText = "#ffffff",
        Error = "#b3261e",
        ErrorContrastText = "#ffffff",
        Dark = "#243236",
        DarkContrastText = "#ffffff",
        Black = "#1e2a2e",
        White = "#ffffff",
        Background = "#f6f5f1",
        BackgroundGray = "#eeece6",
        Surface = "#ffffff",
        AppbarBackground = "#ffffff",
        AppbarText = "#1e2a2e",
        DrawerBackground = "#ffffff",
        DrawerText = "#1e2a2e",
        DrawerIcon = "#526166",
        TextPrimary = "#1e2a2e",
        TextSecondary = "#526166",
        TextDisabled = "#6d7a7e",
        ActionDefault = "#526166",
        ActionDisabled = "#9aa5a8",
        ActionDisabledBackground = "#e4e3dd",
        LinesDefault = "#dad8d0",
        LinesInputs = "#7d898c",
        Divider = "#dad8d0",
        DividerLight = "#e8e6e0",
        TableLines = "#dad8d0",
        TableStriped = "#faf9f6",
        TableHover = "#eef3f2",
        Skeleton = "#e4e3dd",
        HoverOpacity = 0.06,
        OverlayDark = "rgba(10,18,20,0.5)",
    };

    private static readonly PaletteDark Dark = new()
    {
        Primary = "#6cc3c4",
        PrimaryContrastText = "#06282b",
        Secondary = "#e3a07f",
        SecondaryContrastText = "#33150a",
        Tertiary = "#aebbe0",
        TertiaryContrastText = "#141c33",
        Info = "#8dbdf0",
        InfoContrastText = "#0b2136",
        Success = "#8ccf9b",
        SuccessContrastText = "#0b2812",
        Warning = "#f0be6a",
        WarningContrastText = "#2f1e00",
        Error = "#f2a39b",
        ErrorContrastText = "#3a0a06",
        Dark = "#cfd8d9",
        DarkContrastText = "#12191c",
        Black = "#0b1012",
        White = "#ffffff",
        Background = "#12191c",
        BackgroundGray = "#0e1416",
        Surface = "#1a2327",
        AppbarBackground = "#1a2327",
        AppbarText = "#e6ecec",
        DrawerBackground = "#1a2327",
        DrawerText = "#e6ecec",
        DrawerIcon = "#a6b3b6",
        TextPrimary = "#e6ecec",
        TextSecondary = "#a6b3b6",
        TextDisabled = "#87959a",
        ActionDefault = "#a6b3b6",
        ActionDisabled = "#5f6d72",
        ActionDisabledBackground = "#2a353a",
        LinesDefault = "#323f44",
        LinesInputs = "#7f8f94",
        Divider = "#323f44",
        DividerLight = "#2a353a",
        TableLines = "#323f44",
        TableStriped = "#1e282c",
        TableHover = "#233034",
        Skeleton = "#2a353a",
        HoverOpacity = 0.08,
        OverlayDark = "rgba(0,0,0,0.6)",
    };

    /// <summary>Both are on every working page; the scheme that the root names decides which one paints.</summary>
    public static readonly MudTheme ForLight = Build(":root");

    public static readonly MudTheme ForDark = Build(":root[data-scheme='dark']");

    private static MudTheme Build(string scope) => new()
    {
        PaletteLight = Light,
        PaletteDark = Dark,
        PseudoCss = new PseudoCss { Scope = scope },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px", AppbarHeight = "56px", DrawerWidthLeft = "240px" },
        Typography = new Typography
        {
            Default = Letter<DefaultTypography>("0.9375rem", "400", "1.5"),
            H1 = Letter<H1Typography>("1.75rem", "650", "1.25", "-0.01em"),
            H2 = Letter<H2Typography>("1.375rem", "650", "1.3", "-0.005em"),
            H3 = Letter<H3Typography>("1.125rem", "650", "1.35"),
            H4 = Letter<H4Typography>("1rem", "650", "1.4"),
            H5 = Letter<H5Typography>("0.9375rem", "650", "1.4"),
            H6 = Letter<H6Typography>("0.9375rem", "600", "1.4"),
            Subtitle1 = Letter<Subtitle1Typography>("1rem", "600", "1.5"),
            Subtitle2 = Letter<Subtitle2Typography>("0.875rem", "600", "1.5"),
            Body1 = Letter<Body1Typography>("0.9375rem", "400", "1.5"),
            Body2 = Letter<Body2Typography>("0.875rem", "400", "1.45"),
            Button = Letter<ButtonTypography>("0.9375rem", "600", "1.5"),
            Caption = Letter<CaptionTypography>("0.8125rem", "400", "1.4"),
            Overline = Letter<OverlineTypography>("0.8125rem", "600", "1.4", "0.02em"),
        },
    };

    // Words keep their case everywhere: capitals are harder to read and lose accents in haste.
    private static T Letter<T>(string size, string weight, string line, string spacing = "0")
        where T : BaseTypography, new() => new()
        {
            FontFamily = Letters,
            FontSize = size,
            FontWeight = weight,
            LineHeight = line,
            LetterSpacing = spacing,
            TextTransform = "none",
        };
}
