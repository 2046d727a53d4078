package ivan06ng

import (
	"testing"

	"ankhai/forms/form/formtest"
)

func TestCases(t *testing.T) { formtest.Run(t, QD08) }

func TestEveryRuleFires(t *testing.T) { formtest.EveryRuleFires(t, QD08) }

func TestProperties(t *testing.T) { formtest.Properties(t, QD08) }

func TestSample(t *testing.T) { formtest.Sample(t, QD08, "testdata/06_NG-IVAN.legacy.xml") }
