using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Dataverse.Reading;

/// <summary>One item of an answer: a row, or in a change read the mark of a row that is gone. Exactly one is given.</summary>
/// <param name="Row">The row.</param>
/// <param name="DeletedId">Id of the row that is gone.</param>
internal readonly record struct RowOrMark(Record? Row, Guid? DeletedId);
