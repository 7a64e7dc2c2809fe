namespace Playbooks.Steps.Support;

/// <summary>Runs a script in the page and converts its result to JSON there, before any of it is lost.</summary>
internal static class ScriptResult
{
    /// <summary>
    /// A JavaScript function that returns the result of a script as JSON, or the reason why it cannot be represented in JSON; one of the two is
    /// null. Both happen in one call, because a script that leaves the page discards what has not been read.
    /// </summary>
    public const string Function = """
        ([script, args]) => {
          const tag = value => Object.prototype.toString.call(value).slice(8, -1);
          const advice = {
            Map: 'Object.fromEntries(map)', Set: '[...set]', WeakMap: 'what it holds', WeakSet: 'what it holds', RegExp: 'its source',
            Error: 'its message', DOMException: 'its message', Promise: 'what it resolves to (await it)', ArrayBuffer: 'an array of numbers',
            Window: 'what you need from it', HTMLCollection: '[...elements] with what you need from each', NodeList: '[...elements] with what you need from each',
          };
          const misfit = value => {
            if (typeof value === 'number' && !Number.isFinite(value)) return [String(value), 'String(value) or null'];
            if (typeof value !== 'object' || value === null) return null;
            if (typeof value.nodeType === 'number' && typeof value.nodeName === 'string') return [`a node (${value.nodeName.toLowerCase()})`, 'its textContent'];
            const kind = tag(value);
            return Object.hasOwn(advice, kind) ? [`${/^[AEIOU]/.test(kind) ? 'an' : 'a'} ${kind}`, advice[kind]] : null;
          };
          const write = result => {
            if (typeof result === 'function' || typeof result === 'symbol') return [null, `a ${typeof result}, which JSON cannot hold`];
            const places = new Map();
            let problem = null;
            const check = function (key, value) {
              const own = this[key];
              const place = places.has(this) ? places.get(this) + (Array.isArray(this) ? `[${key}]` : '.' + key) : '';
              const lost = own !== null && typeof own === 'object' && tag(own) === 'Date' && Number.isNaN(own.getTime()) ? ['an invalid Date', 'null'] : misfit(value);
              if (lost) {
                problem ??= `${lost[0]}${place && ' at ' + place}, which JSON cannot hold; return ${lost[1]} instead`;
                return null;
              }
              if (typeof value === 'bigint') return JSON.rawJSON ? JSON.rawJSON(String(value)) : String(value);
              if (typeof value === 'object' && value !== null) places.set(value, place);
              return value;
            };
            // A BigInt has no toJSON, and JSON.stringify asks the replacer before it refuses one.
            try {
              const json = JSON.stringify(result, check) ?? 'null';
              return problem === null ? [json, null] : [null, problem];
            } catch (error) {
              if (error instanceof TypeError && /circular/i.test(error.message)) return [null, 'an object that contains itself, which JSON cannot hold'];
              throw error;
            }
          };
          const text = script.trim();
          const whole = /^(async)?\s*function(\s|\()/.test(text) ? `(${text}\n)` : text;
          let given = (0, eval)(whole + '\n//# sourceURL=script');
          if (typeof given === 'function') given = given(args);
          return given !== null && typeof given === 'object' && typeof given.then === 'function' ? given.then(write) : write(given);
        }
        """;
}
