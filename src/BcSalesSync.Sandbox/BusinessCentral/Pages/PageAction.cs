using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// A bound action: does its work on a row and answers the id of the record it made, or null when it makes none.
internal delegate Guid? PageAction(RecordWriter writer, Row row);
