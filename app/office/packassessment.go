package office

import (
	"context"
	"fmt"

	"ankhai/forms/giamdinh"
	"ankhai/forms/law"
	"ankhai/forms/xmlfile"
)

// MaxTables is how many bytes of tables are packed at once: they are in memory.
const MaxTables = 192 << 20

// PackTables makes GIAMDINHHS.xml, not signed yet, out of files of its tables. With a
// fault that blocks there are no bytes.
func PackTables(cover giamdinh.Phieu, files []File, today law.Day) ([]byte, giamdinh.BaoCao, error) {
	var in []giamdinh.TepVao
	size := 0
	for _, f := range files {
		if size += len(f.Bytes); size > MaxTables {
			return nil, giamdinh.BaoCao{}, fmt.Errorf("pack tables: %w", xmlfile.ErrTooLarge)
		}
		in = append(in, giamdinh.TepVao{Ten: f.Name, NoiDung: f.Bytes})
	}
	data, r := giamdinh.Pack(cover, in, today)
	return data, r, nil
}

// PackAssessment is PackTables, dated today, with what was found in words. facility may
// be "" where an XML1 among the tables says it.
func (o *Office) PackAssessment(ctx context.Context, facility string, files []File) (File, FileCheck, error) {
	data, r, err := PackTables(giamdinh.Phieu{MaCSKCB: facility, NgayLap: o.Today()}, files, o.Today())
	if err != nil {
		return File{}, FileCheck{}, err
	}
	x := &fileExam{o: o}
	x.assessed(r)
	x.conclude()
	return File{Name: giamdinh.Ten + ".xml", Bytes: data}, x.out, ctx.Err()
}
