namespace BcSalesSync.Engine.Records.Filters;

/// <summary>Builds the tree of a filter text; "and" binds tighter than "or".</summary>
internal sealed class FilterParser(IReadOnlyList<FilterToken> tokens)
{
    private const int DeepestNesting = 32;

    private int next;
    private int depth;

    public FilterNode Parse()
    {
        var result = ParseGroup(isAnd: false);
        if (tokens[next].Kind is not FilterTokenKind.End)
            throw tokens[next].Expected("and, or, or the end of the filter");
        return result;
    }

    private FilterNode ParseGroup(bool isAnd)
    {
        var parts = new List<FilterNode>();
        do
        {
            var part = isAnd ? ParsePart() : ParseGroup(isAnd: true);
            if (part is FilterGroupNode group && group.IsAnd == isAnd)
                parts.AddRange(group.Parts);
            else
                parts.Add(part);
        }
        while (Skip(isAnd ? "and" : "or"));
        return parts.Count == 1 ? parts[0] : new FilterGroupNode(isAnd, parts);
    }

    private FilterNode ParsePart()
    {
        if (tokens[next].Kind is not FilterTokenKind.Open)
            return ParseCondition();
        if (++depth > DeepestNesting)
            throw tokens[next].Expected($"at most {DeepestNesting} parentheses inside each other");
        next++;
        var inner = ParseGroup(isAnd: false);
        if (tokens[next].Kind is not FilterTokenKind.Close)
            throw tokens[next].Expected("and, or, or a closing parenthesis");
        next++;
        depth--;
        return inner;
    }

    private FilterConditionNode ParseCondition()
    {
        var column = tokens[next];
        if (column.Kind is not FilterTokenKind.Word || !IsName(column.Value))
            throw column.Expected("a column or an opening parenthesis");
        if (column.IsWord("not"))
            throw column.Expected("a column (there is no not; compare with ne or notlike instead)");
        next++;
        if (tokens[next].Kind is not FilterTokenKind.Word || FilterWords.OperatorOf(tokens[next].Value) is not { } comparison)
            throw tokens[next].Expected("a comparison (eq, ne, gt, ge, lt, le, like or notlike)");
        next++;
        var operand = tokens[next];
        if (operand.Kind is not (FilterTokenKind.Word or FilterTokenKind.Text or FilterTokenKind.Placeholder))
            throw operand.Expected("a value");
        next++;
        return new(column.Value, comparison, operand);
    }

    private bool Skip(string keyword)
    {
        if (!tokens[next].IsWord(keyword))
            return false;
        next++;
        return true;
    }

    private static bool IsName(string word) =>
        (char.IsAsciiLetter(word[0]) || word[0] == '_') && word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
}
