using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// A bound action: does its work on a row, and answers the id of the record it made where it is one that makes any.
internal sealed record PageAction(Func<RecordWriter, Row, Guid?> Run, bool AnswersId);
