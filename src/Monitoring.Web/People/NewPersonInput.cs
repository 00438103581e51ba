namespace Monitoring.Web.People;

/// <summary>What the pages behind a single-use link post.</summary>
public sealed class NewPersonInput
{
    public string? Name { get; set; }
    public string? Email { get; set; }
    public string? Password { get; set; }
    public string? Repeat { get; set; }
}
