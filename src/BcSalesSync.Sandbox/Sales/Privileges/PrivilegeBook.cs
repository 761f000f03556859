using System.Collections.Concurrent;

namespace BcSalesSync.Sandbox.Sales.Privileges;

// How far the privileges of the integration user reach: everywhere, unless some were narrowed or taken away.
internal sealed class PrivilegeBook
{
    private readonly ConcurrentDictionary<string, PrivilegeDepth?> _changed = new(StringComparer.OrdinalIgnoreCase);

    // Null when the user lacks the privilege.
    public PrivilegeDepth? DepthOf(Privilege privilege) =>
        _changed.TryGetValue(privilege.Name, out var depth) ? depth : PrivilegeDepth.Global;

    public void Change(IReadOnlyDictionary<string, PrivilegeDepth?> depths)
    {
        foreach (var (name, depth) in depths)
        {
            _changed[name] = depth;
        }
    }

    public void Clear() => _changed.Clear();
}
