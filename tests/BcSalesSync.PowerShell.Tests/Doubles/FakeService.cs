using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace BcSalesSync.PowerShell.Tests.Doubles;

/// <summary>A service of a session that answers what the session was told to.</summary>
[SuppressMessage("Performance", "CA1852:Seal internal types", Justification = "What answers is derived from it when the tests run.")]
internal class FakeService<T> : DispatchProxy
    where T : class
{
    private Func<string, object?[], object> answer = null!;

    public static T Of(Func<string, object?[], object> answer)
    {
        var service = Create<T, FakeService<T>>();
        ((FakeService<T>)(object)service).answer = answer;
        return service;
    }

    protected override object Invoke(MethodInfo? targetMethod, object?[]? args) => answer(targetMethod!.Name, args ?? []);
}
