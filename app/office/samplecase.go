package office

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"ankhai/assets"
)

// SampleCase is a shipped case of one of the 30 dịch vụ công: its forms, filled
// for invented people, from which a user may begin.
type SampleCase struct {
	ID        string `json:"id"`        // "C4-tu-nguyen"; the first of a service bears its ID
	Name      string `json:"name"`      // what the case tells
	Service   string `json:"service"`   // "C4"; "" for what stands outside of the services
	Case      string `json:"case"`      // "C4.16"; "" likewise
	Procedure string `json:"procedure"` // "630b", or the service's ID where no code is known
	Month     string `json:"month"`     // kỳ kê khai, "2026-11"
}

// ErrNoSample: no sample case has that ID.
var ErrNoSample = errors.New("no such sample case")

// SampleCases lists the shipped cases in the order of the services.
func SampleCases() ([]SampleCase, error) {
	b, err := assets.Vidu.ReadFile("vidu/muc-luc.tsv")
	if err != nil {
		return nil, fmt.Errorf("read sample cases: %w", err)
	}
	r := csv.NewReader(strings.NewReader(string(b)))
	r.Comma, r.LazyQuotes = '\t', true
	lines, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read sample cases: %w", err)
	}
	out := make([]SampleCase, 0, len(lines)-1)
	for _, l := range lines[1:] {
		s := SampleCase{ID: l[0], Case: l[1], Procedure: l[2], Month: l[3], Name: l[4]}
		s.Service, _, _ = strings.Cut(s.Case, ".")
		if s.Procedure == "" {
			s.Procedure = s.Service
		}
		out = append(out, s)
	}
	return out, nil
}

// SampleCaseFile is the shipped case of an ID as DraftJSON takes it; ErrNoSample.
func SampleCaseFile(id string) (SampleCase, File, error) {
	all, err := SampleCases()
	if err != nil {
		return SampleCase{}, File{}, err
	}
	for _, s := range all {
		if !strings.EqualFold(s.ID, id) {
			continue
		}
		b, err := fs.ReadFile(assets.Vidu, "vidu/"+s.ID+".json")
		if err != nil {
			return SampleCase{}, File{}, fmt.Errorf("read sample case %s: %w", s.ID, err)
		}
		return s, File{Name: s.ID + ".json", Bytes: b}, nil
	}
	return SampleCase{}, File{}, fmt.Errorf("sample case %s: %w", id, ErrNoSample)
}
