"""Themes get what a codebook says of them, an order, an archive, and a row for what was merged."""


import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('annotations', '0003_memos_filters_exports'),
        ('reader', '0003_project_terms'),
    ]

    operations = [
        migrations.CreateModel(
            name='Codebook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('locked', models.BooleanField(default=True, help_text='only editors add themes; else coders do too')),
                ('terms', models.JSONField(default=list, help_text='words of the project besides its themes and their keywords')),
                ('withheld', models.JSONField(default=list, help_text='theme names and keywords that are no words of their own')),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='theme',
            name='theme_unique_among_siblings',
        ),
        migrations.RemoveConstraint(
            model_name='theme',
            name='theme_unique_among_roots',
        ),
        migrations.AddField(
            model_name='tagging',
            name='pinned',
            field=models.BooleanField(default=False, help_text="an example in the theme's entry of the codebook"),
        ),
        migrations.AddField(
            model_name='theme',
            name='archived',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='theme',
            name='avoid_when',
            field=models.TextField(blank=True, verbose_name='何时不用'),
        ),
        migrations.AddField(
            model_name='theme',
            name='foreign_colour',
            field=models.CharField(blank=True, help_text='#rrggbb of an import the palette lacks', max_length=7),
        ),
        migrations.AddField(
            model_name='theme',
            name='keywords',
            field=models.JSONField(blank=True, default=list, verbose_name='关键词'),
        ),
        migrations.AddField(
            model_name='theme',
            name='merged_into',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='merged', to='annotations.theme'),
        ),
        migrations.AddField(
            model_name='theme',
            name='position',
            field=models.PositiveIntegerField(default=0, help_text='place among its siblings'),
        ),
        migrations.AddField(
            model_name='theme',
            name='use_when',
            field=models.TextField(blank=True, verbose_name='何时用'),
        ),
        migrations.AddConstraint(
            model_name='theme',
            constraint=models.UniqueConstraint(condition=models.Q(('merged_into', None)), fields=('project', 'parent', 'name'), name='theme_unique_among_siblings'),
        ),
        migrations.AddConstraint(
            model_name='theme',
            constraint=models.UniqueConstraint(condition=models.Q(('merged_into', None), ('parent', None)), fields=('project', 'name'), name='theme_unique_among_roots'),
        ),
        migrations.AddField(
            model_name='codebook',
            name='project',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='codebook', to='reader.project'),
        ),
    ]
