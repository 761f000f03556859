namespace BcSalesSync.Packing;

/// <summary>The systems PowerShell 7.4 itself runs on.</summary>
internal static class Platforms
{
    // A package may hold managed code for a whole family of systems.
    private static readonly string[] Families = ["win", "unix", "linux", "osx"];

    internal static IReadOnlyList<string> All { get; } =
        ["win-x64", "win-arm64", "linux-x64", "linux-arm64", "linux-musl-x64", "osx-x64", "osx-arm64"];

    internal static bool Take(string runtime, bool isNative) => All.Contains(runtime) || (!isNative && Families.Contains(runtime));
}
