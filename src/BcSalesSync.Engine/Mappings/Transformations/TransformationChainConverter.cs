using System.Text.Json;
using System.Text.Json.Serialization;

namespace BcSalesSync.Engine.Mappings.Transformations;

/// <summary>The JSON form of a chain: a list of texts.</summary>
internal sealed class TransformationChainConverter : JsonConverter<TransformationChain>
{
    /// <inheritdoc/>
    public override TransformationChain? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return TransformationChain.Parse(JsonSerializer.Deserialize<string[]>(ref reader, options) ?? []);
        }
        catch (TransformationSyntaxException problem)
        {
            throw new JsonException(problem.Message, problem);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TransformationChain value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Texts, options);
}
