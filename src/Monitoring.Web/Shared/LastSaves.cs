namespace Monitoring.Web.Shared;

/// <summary>What a person did last in this window and can take back, the last first; it outlives the page on which it was done.</summary>
public sealed class LastSaves
{
    private const int Most = 10;

    private readonly List<Done> _saves = [];

    public Done? Last => _saves.Count == 0 ? null : _saves[^1];

    public void Add(Done done)
    {
        if (done.Undo is null || _saves.Contains(done)) return;
        _saves.Add(done);
        if (_saves.Count > Most) _saves.RemoveAt(0);
    }

    public void Forget(Done done) => _saves.Remove(done);
}
