using System.Text;
using System.Xml;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;

namespace BcSalesSync.Sandbox.OData;

// A model as the document that $metadata answers; written once, however often it is asked for.
internal sealed class ModelDocument(IEdmModel model, bool hasDeclaration)
{
    private readonly Lazy<byte[]> _content = new(() => Write(model, hasDeclaration));

    public byte[] Content => _content.Value;

    private static byte[] Write(IEdmModel model, bool hasDeclaration)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { OmitXmlDeclaration = !hasDeclaration, Encoding = new UTF8Encoding(false) }))
        {
            if (!CsdlWriter.TryWriteCsdl(model, xml, CsdlTarget.OData, out var errors))
            {
                throw new InvalidOperationException(string.Join("; ", errors));
            }
        }

        return buffer.ToArray();
    }
}
