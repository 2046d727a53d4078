package han_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"ankhai/forms/services/han"
)

// The smallest tables that load.
var small = map[string]string{
	"su-kien": "ma\tten\tngay\tgiup_do\ttu\nx\tViệc x\tNgày x\t\t2025-07-01\n",
	"moc":     "su_kien\tma\tten\tloai\tgia_tri\nx\tvai\tAi\tchon\ta=một|b=hai\n",
	"qua-han": "ma\tsay\tcan_nop\tcan_cu\tconfidence\nq\tMuộn\t\tLuật\thigh\n",
	"han":     "ma\tsu_kien\tkhi\tloai\tviec\tai\tmoc\tso\tdon_vi\tcach\tdoi\ttruong_hop\tqua_han\tcan_cu\tconfidence\tghi_chu\nX-1\tx\tvai=a\than\tNộp\tdon-vi\tngay\t5\tngay\tsau\tlui\tC4.01@vai=a\tq\tLuật\thigh\t\n",
}

func TestLoaderNamesFileAndLine(t *testing.T) {
	tables := func(file, from, to string) fstest.MapFS {
		fs := fstest.MapFS{}
		for name, text := range small {
			if name == file {
				text = strings.Replace(text, from, to, 1)
			}
			fs["data/"+name+".tsv"] = &fstest.MapFile{Data: []byte(text)}
		}
		return fs
	}
	if err := han.Load(tables("", "", "")); err != nil {
		t.Fatalf("the smallest tables: %v", err)
	}
	for name, c := range map[string]struct{ file, from, to, want string }{
		"cells":      {"han", "X-1\tx\t", "X-1\t", "han.tsv:2: 15 cells"},
		"event":      {"han", "X-1\tx", "X-1\ty", "han.tsv:2: no event"},
		"choice":     {"han", "vai=a\than", "vai=c\than", "han.tsv:2: choice vai"},
		"kind":       {"han", "\than\t", "\tgap\t", "han.tsv:2: clock X-1: no kind"},
		"who":        {"han", "don-vi", "ai-do", "han.tsv:2: clock X-1 needs"},
		"number":     {"han", "\t5\tngay", "\tnăm\tngay", "han.tsv:2: so"},
		"no number":  {"han", "\t5\tngay", "\t\tngay", "han.tsv:2: clock X-1: the way"},
		"figure":     {"han", "\t5\tngay", "\t@khong-co\tngay", "han.tsv:2: clock X-1: no figure"},
		"day off":    {"han", "sau\tlui", "sau\t", "han.tsv:2: clock X-1: what becomes"},
		"from":       {"han", "don-vi\tngay", "don-vi\tX-9", "han.tsv:2: clock X-1 counts from"},
		"case":       {"han", "C4.01", "C4.99", "han.tsv:2: clock X-1: no case"},
		"late":       {"han", "\tq\tLuật", "\tz\tLuật", "han.tsv:2: clock X-1: nothing is known"},
		"basis":      {"han", "\tLuật\thigh", "\t\thigh", "han.tsv:2: clock X-1 needs"},
		"since":      {"su-kien", "2025-07-01", "hè 2025", "su-kien.tsv:2"},
		"words":      {"moc", "b=hai", "b", "moc.tsv:2: no words"},
		"kind asked": {"moc", "\tchon\t", "\tso\t", "moc.tsv:2"},
		"no event":   {"moc", "\nx\t", "\ny\t", "moc.tsv:2: no event"},
		"no clock":   {"su-kien", "\nx\t", "\ny\tViệc y\tNgày y\t\t2025-07-01\nx\t", "event y has no clock"},
		"follows":    {"qua-han", "\tLuật\t", "\t\t", "qua-han.tsv:2"},
	} {
		t.Run(name, func(t *testing.T) {
			err := han.Load(tables(c.file, c.from, c.to))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}
