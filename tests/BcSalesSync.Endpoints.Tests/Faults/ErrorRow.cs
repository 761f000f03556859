using BcSalesSync.Contracts;

namespace BcSalesSync.Endpoints.Tests.Faults;

/// <summary>One row of an error list of the wire documents, and what the product makes of it.</summary>
/// <param name="Name">Name of the row: the code, with the status where one code has several rows.</param>
/// <param name="Status">HTTP status it comes with.</param>
/// <param name="Class">What it means.</param>
/// <param name="OnCreate">What becomes of a create.</param>
/// <param name="OnUpdate">What becomes of an update.</param>
/// <param name="Reads">How often a read is sent that keeps meeting it, of three times at most.</param>
/// <param name="Text">Message it comes with.</param>
internal sealed record ErrorRow(
    string Name, int Status, FailureClass Class, Reaction OnCreate, Reaction OnUpdate, int Reads = 1, string Text = "Refused.")
{
    /// <summary>The code on the wire.</summary>
    public string Code => Name.Split(' ')[0];
}
