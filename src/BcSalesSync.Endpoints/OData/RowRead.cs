using System.Text.Json;

namespace BcSalesSync.Endpoints.OData;

/// <summary>Reads one row; the reader stands on the row's opening brace and must end on its closing brace.</summary>
internal delegate T RowRead<out T>(ref Utf8JsonReader reader);
