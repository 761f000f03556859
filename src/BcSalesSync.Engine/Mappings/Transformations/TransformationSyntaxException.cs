namespace BcSalesSync.Engine.Mappings.Transformations;

/// <summary>A text is no transformation; the message says why and what it could be.</summary>
public sealed class TransformationSyntaxException(string message) : FormatException(message);
