using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Dataverse.Choices;

/// <summary>The options of a choice column as they are now.</summary>
/// <param name="Options">The options.</param>
/// <param name="Language">Language code (LCID) of their labels.</param>
internal sealed record ChoiceSet(IReadOnlyList<OptionChoice> Options, int Language);
