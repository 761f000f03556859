namespace BcSalesSync.Engine.Mappings.Transformations;

/// <summary>A value cannot be transformed; the record it belongs to fails, others go on.</summary>
public sealed class TransformationException(Transformation transformation, string problem)
    : FormatException($"{transformation}: {problem}");
