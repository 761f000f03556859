using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace BcSalesSync.PowerShell.Tests.Doubles;

/// <summary>A desk of a session that answers what the session was told to.</summary>
[SuppressMessage("Performance", "CA1852:Seal internal types", Justification = "What answers is derived from it when the tests run.")]
internal class FakeDesk<T> : DispatchProxy
    where T : class
{
    private Func<string, object?[], object> answer = null!;

    public static T Of(Func<string, object?[], object> answer)
    {
        var desk = Create<T, FakeDesk<T>>();
        ((FakeDesk<T>)(object)desk).answer = answer;
        return desk;
    }

    protected override object Invoke(MethodInfo? targetMethod, object?[]? args) => answer(targetMethod!.Name, args ?? []);
}
