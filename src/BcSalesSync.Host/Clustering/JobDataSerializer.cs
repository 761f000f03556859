using System.Collections.Specialized;
using System.Text.Json;
using Quartz.Spi;

namespace BcSalesSync.Host.Clustering;

// Keeps the data of jobs as JSON. They are texts, and nothing else is ever kept.
internal sealed class JobDataSerializer : IObjectSerializer
{
    public void Initialize()
    {
    }

    public byte[] Serialize<T>(T obj)
        where T : class
    {
        var data = obj as NameValueCollection ?? throw new NotSupportedException($"A {obj.GetType().Name} is no data of a job.");
        return JsonSerializer.SerializeToUtf8Bytes(data.AllKeys.ToDictionary(key => key!, key => data[key]));
    }

    public T? DeSerialize<T>(byte[] data)
        where T : class
    {
        var texts = new NameValueCollection();
        foreach (var (key, value) in JsonSerializer.Deserialize<Dictionary<string, string?>>(data)!)
            texts[key] = value;
        return texts as T;
    }
}
