using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Playbooks.Tests.Architecture;

/// <summary>Finds which types of an assembly use which others of it; a nested type counts as the one around it.</summary>
internal sealed class TypeUseReader(PEReader file, MetadataReader metadata)
{
    private static readonly Dictionary<short, OperandType> Operands = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value, code => code.OperandType);

    private readonly UsedTypes used = new(metadata);

    public IEnumerable<TypeUse> Read() =>
        from handle in metadata.TypeDefinitions
        let user = used.NameOf(handle)
        from name in UsedBy(metadata.GetTypeDefinition(handle)).Distinct()
        where name != user
        select new TypeUse(user, name);

    private IEnumerable<string> UsedBy(TypeDefinition type) =>
        used.Of(type.BaseType)
            .Concat(type.GetInterfaceImplementations().SelectMany(each => used.Of(metadata.GetInterfaceImplementation(each).Interface)))
            .Concat(type.GetFields().SelectMany(each => metadata.GetFieldDefinition(each).DecodeSignature(used, null)))
            .Concat(type.GetMethods().SelectMany(each => UsedBy(metadata.GetMethodDefinition(each))));

    private IEnumerable<string> UsedBy(MethodDefinition method)
    {
        var signature = method.DecodeSignature(used, null);
        var names = signature.ReturnType.Concat(signature.ParameterTypes.SelectMany(each => each));
        if (method.RelativeVirtualAddress == 0)
        {
            return names;
        }

        var body = file.GetMethodBody(method.RelativeVirtualAddress);
        var locals = body.LocalSignature.IsNil
            ? []
            : metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(used, null).SelectMany(each => each);
        return names.Concat(locals).Concat(Tokens(body.GetILReader()).SelectMany(used.Of));
    }

    private static List<EntityHandle> Tokens(BlobReader code)
    {
        var tokens = new List<EntityHandle>();
        while (code.RemainingBytes > 0)
        {
            var first = code.ReadByte();
            var value = first == 0xFE ? unchecked((short)(0xFE00 | code.ReadByte())) : first;
            switch (Operands[value])
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    tokens.Add(MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    code.Offset += 8;
                    break;
                case OperandType.InlineVar:
                    code.Offset += 2;
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    code.Offset += 1;
                    break;
                case OperandType.InlineNone:
                    break;
                default:
                    code.Offset += 4;
                    break;
            }
        }

        return tokens;
    }
}
