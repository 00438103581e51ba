namespace Monitoring.Web.Installation;

/// <summary>The settings of the README's table, section <c>Monitoring</c>.</summary>
public sealed record InstallationSettings
{
    /// <summary><c>sqlite</c> or <c>sqlserver</c>.</summary>
    public string Database { get; init; } = "sqlite";

    /// <summary>Where the embedded database, keys and files live.</summary>
    public string DataDirectory { get; init; } = "data";

    /// <summary>Invented people and illustrative values. Unset: true in Development only.</summary>
    public bool? Demo { get; init; }
}

/// <summary>Something of the installation is not as it must be; the message says what to do. The program ends with exit code 1.</summary>
public sealed class InstallationException(string message, Exception? inner = null) : Exception(message, inner);
