package storage

import (
	"regexp"
	"strconv"

	"ankhai/storage/openpack"
)

// aRuleCode is the code of a warning that one of the employer's own rules gave: it ends
// with the rule's ID.
var aRuleCode = regexp.MustCompile(`^(.*-` + localRulePrefix + `)([1-9]\d*)$`)

// recode gives the rule in a code of a warning another number; that of a rule that is
// there no more begins with 0, which none does, so that no rule that is made later is
// dismissed with it.
func recode(code string, number func(int64) (int64, bool)) string {
	m := aRuleCode.FindStringSubmatch(code)
	if m == nil {
		return code
	}
	n, err := strconv.ParseInt(m[2], 10, 64)
	here, ok := number(n)
	if err != nil || !ok {
		return m[1] + "0" + m[2]
	}
	return m[1] + strconv.FormatInt(here, 10)
}

var openRule = openLink("local_rules", true)

// openWarning is the code of a warning, in which a rule has its number in the export.
var openWarning = func() *openKind {
	k := *openText
	outside := func(x *openNames, code string) string {
		return recode(code, func(n int64) (int64, bool) {
			name, ok := x.names["local_rules"][n]
			out, err := strconv.ParseInt(name, 10, 64)
			return out, ok && err == nil
		})
	}
	k.put = func(x *openNames, b []byte, v any) ([]byte, error) { return openText.put(x, b, outside(x, word(v))) }
	k.take = func(x *openNames, raw []byte) (any, error) {
		v, err := openText.take(x, raw)
		if err != nil {
			return nil, err
		}
		return recode(word(v), func(n int64) (int64, bool) {
			here, ok := x.numbers["local_rules"][strconv.FormatInt(n, 10)]
			return here, ok
		}), nil
	}
	k.cells = func(x *openNames, w *openpack.SheetWriter, v any) { w.Text(outside(x, word(v))) }
	return &k
}()
