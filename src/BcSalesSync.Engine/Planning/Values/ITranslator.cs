
namespace BcSalesSync.Engine.Planning.Values;

/// <summary>
/// Answers what source values become on the other side. Everything it needs was loaded before planning, so that planning itself does no
/// I/O.
/// </summary>
public interface ITranslator
{
    /// <summary>The value of a row for a source record.</summary>
    /// <param name="field">The row.</param>
    /// <param name="candidate">The record that is planned.</param>
    Translation Translate(PassField field, Candidate candidate);
}
