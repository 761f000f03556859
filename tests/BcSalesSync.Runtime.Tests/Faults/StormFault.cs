namespace BcSalesSync.Runtime.Tests.Faults;

/// <summary>A rule for the sandbox: what strikes, how often, and after how many that pass unharmed.</summary>
/// <param name="System">The system, bc or sales.</param>
/// <param name="Method">Method of the request.</param>
/// <param name="Path">Part of its address.</param>
/// <param name="Operation">True for members of batches.</param>
/// <param name="When">"before" it is carried out, or "after", when the answer is lost.</param>
/// <param name="Status">Status of the answer; null drops the connection.</param>
/// <param name="Code">Code of the answer; null for the usual one.</param>
/// <param name="Times">How often.</param>
/// <param name="Skip">How many pass first.</param>
internal sealed record StormFault(
    string System, string Method, string Path, bool Operation, string When, int? Status, string? Code, int Times, int Skip);
