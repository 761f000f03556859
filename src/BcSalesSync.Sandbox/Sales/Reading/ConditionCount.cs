using Microsoft.OData.UriParser;

namespace BcSalesSync.Sandbox.Sales.Reading;

// How many conditions a filter has; a function counts as one, however many values it lists.
internal static class ConditionCount
{
    public static int Of(SingleValueNode filter)
    {
        // A long chain of "or" leans to the left: walked with a stack, not by recursion.
        var count = 0;
        var open = new Stack<SingleValueNode>([filter]);
        while (open.TryPop(out var node))
        {
            switch (node)
            {
                case ConvertNode convert:
                    open.Push(convert.Source);
                    break;
                case UnaryOperatorNode unary:
                    open.Push(unary.Operand);
                    break;
                case BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or } binary:
                    open.Push(binary.Left);
                    open.Push(binary.Right);
                    break;
                default:
                    count++;
                    break;
            }
        }

        return count;
    }
}
