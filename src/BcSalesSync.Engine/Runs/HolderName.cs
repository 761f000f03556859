namespace BcSalesSync.Engine.Runs;

/// <summary>Says in words who holds a claim.</summary>
internal static class HolderName
{
    /// <summary>Machine and process of a holder that is named "machine/process id/..."; any other name as it stands.</summary>
    public static string InWords(string holder) => holder.Split('/') is [{ Length: > 0 } machine, { Length: > 0 } process, _, ..] && process.All(char.IsAsciiDigit)
        ? $"process {process} on {machine}" : holder;
}
