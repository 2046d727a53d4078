package office

import (
	"runtime/debug"
	"strings"

	"ankhai/assets"
)

// Version is the program's version, the one of FyneApp.toml.
const Version = "0.1.0"

// Library is a library that is in the program, with its licence.
type Library struct {
	Path    string `json:"path"`
	Version string `json:"version"`
	Licence string `json:"licence"`
}

// About is what the program is: its version, the state of the source it was built
// from, where its data lies, whose work is in it.
type About struct {
	Version   string    `json:"version"`
	Revision  string    `json:"revision,omitempty"`
	Go        string    `json:"go"`
	Dir       string    `json:"dir"`
	Libraries []Library `json:"libraries"`
}

// About tells what the program is.
func (o *Office) About() About {
	a := About{Version: Version, Dir: o.dir}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return a
	}
	a.Go = info.GoVersion
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			a.Revision = s.Value[:min(12, len(s.Value))]
		}
	}
	known := licences()
	for _, d := range info.Deps {
		if d.Replace != nil {
			d = d.Replace
		}
		a.Libraries = append(a.Libraries, Library{d.Path, d.Version, known[d.Path]})
	}
	return a
}

func licences() map[string]string {
	out := map[string]string{}
	for _, line := range strings.Split(assets.LicencesTSV, "\n") {
		if path, name, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			out[path] = name
		}
	}
	return out
}
