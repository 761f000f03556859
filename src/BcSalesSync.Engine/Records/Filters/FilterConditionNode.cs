namespace BcSalesSync.Engine.Records.Filters;

/// <summary>A comparison as it was written.</summary>
/// <param name="Column">The column.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Operand">The literal or placeholder on the right.</param>
internal sealed record FilterConditionNode(string Column, FilterOperator Operator, FilterToken Operand) : FilterNode;
