using System.Globalization;

namespace BcSalesSync.Host.Demo;

// What the demo promises. Each promise has a name; the ones that did not hold are named at the end.
internal sealed class Expectations
{
    private readonly List<string> _missed = [];

    public IReadOnlyList<string> Missed => _missed;

    public void Equal<T>(string name, T expected, T found) => Holds(
        string.Create(CultureInfo.InvariantCulture, $"{name} to be {expected}, found {found}"), EqualityComparer<T>.Default.Equals(expected, found));

    public void Holds(string name, bool held)
    {
        if (!held)
            _missed.Add(name);
    }
}
