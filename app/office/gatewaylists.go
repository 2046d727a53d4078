package office

import (
	"path/filepath"
	"strings"
	"time"

	"ankhai/app/gateway/sandbox"
	"ankhai/forms/codes"
	"ankhai/forms/law/lich"
	"ankhai/signing"
)

// SandboxOptions is how the program runs the practice gateway of a data folder: its
// checks, its pace, the working days of the agencies and the code lists that this
// program ships. seal is what SandboxSeal gives.
func SandboxOptions(dir string, seal []byte, now func() time.Time) sandbox.Options {
	agencies := lich.Chung()
	return sandbox.Options{
		Dir: filepath.Join(dir, SandboxDir), Key: seal, Now: now, Checks: GatewayChecks(now), Steps: Pace, Lists: gatewayLists,
		Papers:     GatewayPapers(now, func() (signing.Key, error) { return AgencyKey(dir, now) }),
		WorkingDay: func(at time.Time) bool { return agencies.LamViec(dayIn(at)) },
	}
}

// gatewayLists are the code lists of the program as tables of text.
func gatewayLists() (out []sandbox.CodeList) {
	plain := strings.NewReplacer("\t", " ", "\n", " ")
	for _, l := range codes.Lists() {
		var b strings.Builder
		b.WriteString("ma\tten\tnhom\ttu\tden\n")
		for _, x := range l.All() {
			for _, cell := range []string{x.Ma, x.Ten, x.Nhom, x.Tu.ISO()} {
				b.WriteString(plain.Replace(cell) + "\t")
			}
			b.WriteString(x.Den.ISO() + "\n")
		}
		out = append(out, sandbox.CodeList{Ten: l.ID(), TieuDe: l.Name(), PhienBan: l.Checked().ISO(), SoDong: l.Len(), NoiDung: b.String()})
	}
	return out
}
